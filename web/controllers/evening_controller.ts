import { Controller } from '@hotwired/stimulus'

const longestEvening = 12 * 3_600_000

/** The end follows the start: the same day, or the next one for an hour after midnight. The server understands it so as well; here one sees it. */
export default class extends Controller<HTMLElement> {
  private followed = ''

  connect() {
    const start = this.field('start_date').value
    if (start) this.followed = this.lastDay(start)
  }

  follow() {
    const end = this.field('end_date')
    const start = this.field('start_date').value
    if (!start || (end.value !== '' && end.value !== this.followed)) return
    end.value = this.followed = this.lastDay(start)
  }

  private lastDay(start: string) {
    const [from, until] = [this.field('start_time').value, this.field('end_time').value]
    const next = new Date(`${start}T00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    const following = next.toISOString().slice(0, 10)
    const night = from !== '' && until !== '' && until < from && Date.parse(`${following}T${until}Z`) - Date.parse(`${start}T${from}Z`) <= longestEvening
    return night && this.field('all_day').checked === false ? following : start
  }

  private field(name: string) {
    return this.element.querySelector<HTMLInputElement>(`[name=${name}]`)!
  }
}
