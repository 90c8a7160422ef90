import { Controller } from '@hotwired/stimulus'

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The agenda's month or week by keyboard: from day to day in the grid; elsewhere from one month to the next; `t` within it, back to today. */
export default class extends Controller {
  static targets = ['day', 'previous', 'next', 'today']
  declare readonly dayTargets: HTMLAnchorElement[]
  declare readonly previousTarget: HTMLAnchorElement
  declare readonly nextTarget: HTMLAnchorElement
  declare readonly todayTarget: HTMLAnchorElement
  declare readonly hasTodayTarget: boolean

  key(event: KeyboardEvent) {
    const at = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return
    if (at.closest('input, textarea, select, [contenteditable], dialog, [role=listbox]') || document.querySelector('dialog[open]')) return
    // A letter alone acts only on what has the focus: whoever dictates says letters too (WCAG 2.1.4).
    if (event.key === 't') return this.hasTodayTarget && this.element.contains(at) ? this.go(event, this.todayTarget) : undefined
    const step = steps[event.key]
    if (!step) return
    const day = this.dayTargets.indexOf(at as HTMLAnchorElement)
    const beyond = step < 0 ? this.previousTarget : this.nextTarget
    if (day < 0) return Math.abs(step) === 1 ? this.go(event, beyond) : undefined
    const next = this.dayTargets[day + step]
    if (!next) return this.go(event, beyond)
    event.preventDefault()
    next.focus()
  }

  /** To the day's cards where they are on the page, without another look at the server. */
  jump(event: MouseEvent) {
    const cards = document.getElementById((event.currentTarget as HTMLAnchorElement).hash.slice(1))
    if (!cards) return
    event.preventDefault()
    cards.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  }

  private go(event: KeyboardEvent, link: HTMLAnchorElement) {
    event.preventDefault()
    link.click()
  }
}
