import type { CallingCommands } from '../../bindings/CallingCommands';
import type { FavouritesCommands } from '../../bindings/FavouritesCommands';
import type { NewsCommands } from '../../bindings/NewsCommands';
import type { Commands } from '../../bindings/Commands';
import type { ReplacingCommands } from '../../bindings/ReplacingCommands';
import type { EditingCommands } from '../../bindings/EditingCommands';
import type { FillingCommands } from '../../bindings/FillingCommands';
import type { ReviewingCommands } from '../../bindings/ReviewingCommands';
import type { InsightsCommands } from '../../bindings/InsightsCommands';
import type { MembersCommands } from '../../bindings/MembersCommands';
import type { PastingCommands } from '../../bindings/PastingCommands';
import type { PeopleCommands } from '../../bindings/PeopleCommands';
import type { RecordingCommands } from '../../bindings/RecordingCommands';
import type { ImportingCommands } from '../../bindings/ImportingCommands';
import type { SyncingCommands } from '../../bindings/SyncingCommands';
import type { VocabularyCommands } from '../../bindings/VocabularyCommands';
import type { WindowCommands } from '../../bindings/WindowCommands';
import type { WorkspaceCommands } from '../../bindings/WorkspaceCommands';

/** The commands of the trainer's side, area by area. */
export type TrainingCommands = WorkspaceCommands &
  EditingCommands &
  FillingCommands &
  ReplacingCommands &
  ReviewingCommands &
  VocabularyCommands &
  InsightsCommands &
  MembersCommands &
  PeopleCommands &
  WindowCommands &
  PastingCommands &
  RecordingCommands &
  CallingCommands &
  FavouritesCommands &
  NewsCommands &
  ImportingCommands &
  SyncingCommands;

/** Every command of the shell. */
export type AllCommands = Commands & TrainingCommands;

/** A command without a request takes no argument; every other takes one. */
export type Arguments<List, Name extends keyof List> = List[Name] extends { request: infer Request }
  ? Request extends null
    ? []
    : [request: Request]
  : never;

/** What a command answers. */
export type Response<List, Name extends keyof List> = List[Name] extends { response: infer Answer }
  ? Answer
  : never;

/** Asks for something on the trainer's side. Rejects with a `BackendError` and with nothing else. */
export type Ask = <Name extends keyof TrainingCommands>(
  name: Name,
  ...given: Arguments<TrainingCommands, Name>
) => Promise<Response<TrainingCommands, Name>>;
