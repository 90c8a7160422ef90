import { Controller } from '@hotwired/stimulus'

/** Ticked rows: the box that ticks the page, the count, the bar that appears with the first tick. Shift ticks a range. */
export default class extends Controller {
  static targets = ['box', 'all', 'bar', 'words', 'everyone']
  declare readonly boxTargets: HTMLInputElement[]
  declare readonly allTargets: HTMLInputElement[]
  declare readonly barTargets: HTMLElement[]
  declare readonly wordsTargets: HTMLElement[]
  declare readonly everyoneTargets: HTMLInputElement[]
  private last?: HTMLInputElement
  private shift = false

  connect() {
    for (const all of this.allTargets) all.hidden = false
    this.element.addEventListener('click', this.noteShift, true)
    this.show()
  }

  disconnect() {
    this.element.removeEventListener('click', this.noteShift, true)
  }

  all({ target }: Event) {
    for (const box of this.boxTargets) box.checked = (target as HTMLInputElement).checked
    this.show()
  }

  count({ target }: Event) {
    const box = target as HTMLInputElement
    if (this.boxTargets.includes(box)) {
      if (this.shift && this.last) this.range(this.last, box)
      this.last = box
    }
    this.show()
  }

  private noteShift = (event: Event) => (this.shift = (event as MouseEvent).shiftKey)

  private range(from: HTMLInputElement, to: HTMLInputElement) {
    const [start, end] = [this.boxTargets.indexOf(from), this.boxTargets.indexOf(to)].sort((a, b) => a - b) as [number, number]
    for (const box of this.boxTargets.slice(start, end + 1)) box.checked = to.checked
  }

  private show() {
    const ticked = this.boxTargets.filter((box) => box.checked).length
    const everyone = this.everyoneTargets.some((box) => box.checked)
    for (const all of this.allTargets) {
      all.checked = ticked > 0 && ticked === this.boxTargets.length
      all.indeterminate = ticked > 0 && !all.checked
    }
    for (const bar of this.barTargets) bar.hidden = ticked === 0 && !everyone
    for (const box of this.everyoneTargets) box.closest('label')!.hidden = ticked < this.boxTargets.length && !box.checked
    for (const words of this.wordsTargets) words.textContent = `${ticked} ${(ticked > 1 ? words.dataset.several : words.dataset.one) ?? ''}`
  }
}
