/** Where the person's hands are: while they are at the list, its lines keep their places. */
export class Hands {
  /** The mouse is over a line. */
  pointing = false;
  /** The key that picks a line is down. */
  picking = false;
  /** The best line's card is in use, though nobody chose that line. */
  using = false;

  get atTheList(): boolean {
    return this.pointing || this.picking || this.using;
  }
}
