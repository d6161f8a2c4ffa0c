/** An editor without a window: a text, a cursor, and what completion offers there. */
import type { Completion } from '../../../server/src/features/completion/types.ts';
import type { Offered, Pen } from '../../support/plan-typist.ts';
import type { Typing } from './completing.ts';

export class PlainPen implements Pen {
  text = '';
  private start = 0;
  private end = 0;
  private readonly typing: Typing;

  constructor(typing: Typing) {
    this.typing = typing;
  }

  async offered(): Promise<readonly Offered[]> {
    await this.type('');
    const offers = await this.typing.at(this.text, this.end);
    return offers.map((offer) => ({
      name: offer.label,
      isKey: offer.kind === 'key',
      isRequired: offer.kind === 'key' && /, required$/.test(offer.detail ?? ''),
      take: async () => this.take(offer),
    }));
  }

  async type(text: string): Promise<void> {
    this.text = this.text.slice(0, this.start) + text + this.text.slice(this.end);
    this.select(this.start + text.length);
  }

  async pass(text: string): Promise<void> {
    if (!this.text.startsWith(text, this.end)) throw new Error(`"${text}" does not stand behind the cursor`);
    this.select(this.end + text.length);
  }

  before(): string {
    return this.text.slice(this.text.lastIndexOf('\n', this.start - 1) + 1, this.start);
  }

  private take(offer: Completion): void {
    const { newText, snippet = newText } = offer.edit;
    const from = this.typing.offsetOf(this.text, offer.edit.range.start);
    const place = /\$\{1:((?:\\.|[^}\\])*)\}/.exec(snippet);
    this.text = this.typing.take(this.text, offer);
    // Nothing before the first placeholder is escaped in what keys write.
    if (place) this.select(from + place.index, from + place.index + (place[1] ?? '').replace(/\\(.)/g, '$1').length);
    else this.select(from + newText.length);
  }

  private select(start: number, end = start): void {
    [this.start, this.end] = [start, end];
  }
}
