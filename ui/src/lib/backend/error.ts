import type { AppError } from '../../bindings/AppError';
import type { ErrorCode } from '../../bindings/ErrorCode';

/** Every code, so that what came across can be checked; a code added to the contract must be added here. */
const CODES: Record<ErrorCode, true> = {
  entryUnknown: true,
  fieldEmpty: true,
  fieldInvalid: true,
  nothingToSay: true,
  reasonNeeded: true,
  withdrawn: true,
  notApproved: true,
  clipboardFailed: true,
  libraryMissing: true,
  indexFailed: true,
  settingsNotSaved: true,
  recordFailed: true,
  nameInvalid: true,
  queryTooLong: true,
  noWorkspace: true,
  personMissing: true,
  workspaceRefused: true,
  changedMeanwhile: true,
  formRefused: true,
  draftsOnly: true,
  internal: true,
};

/** The only error a `Backend` rejects with: a closed code and what belongs to it. */
export class BackendError extends Error implements AppError {
  readonly code: ErrorCode;
  /** The name, place or words that belong to the code; may be empty. */
  readonly detail: string;

  constructor(code: ErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'BackendError';
    this.code = code;
    this.detail = detail;
  }

  /** Whatever was thrown, as a `BackendError`; what is not an `AppError` becomes `internal`. */
  static from(thrown: unknown): BackendError {
    if (thrown instanceof BackendError) return thrown;
    if (isAppError(thrown)) return new BackendError(thrown.code, thrown.detail);
    return new BackendError('internal', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function isAppError(thrown: unknown): thrown is AppError {
  if (typeof thrown !== 'object' || thrown === null) return false;
  if (!('code' in thrown) || !('detail' in thrown)) return false;
  return typeof thrown.code === 'string' && thrown.code in CODES && typeof thrown.detail === 'string';
}
