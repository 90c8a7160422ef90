import { Controller } from '@hotwired/stimulus'
import { visit } from '@hotwired/turbo'

const PAUSE = 90 // ms between the last keystroke and the question

/**
 * Proposals under a search box as one types: a combobox with a listbox (WAI-ARIA Authoring Practices, «Combobox»). The focus stays in the box; arrows walk through
 * the options, Enter goes to the one chosen, else the form is sent as without script. Inside a form that asks for more, the option is written into the box instead.
 */
export default class extends Controller {
  static targets = ['input', 'list', 'option', 'pick']
  static values = { url: String }
  declare readonly inputTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  declare readonly optionTargets: HTMLElement[]
  declare readonly hasPickTarget: boolean
  declare readonly pickTarget: HTMLInputElement
  declare readonly urlValue: string
  private timer = 0
  private question?: AbortController
  private asked = ''
  private active = -1

  connect() {
    this.inputTarget.setAttribute('role', 'combobox')
    this.inputTarget.setAttribute('aria-autocomplete', 'list')
    this.inputTarget.setAttribute('aria-controls', this.listTarget.id)
    this.close()
  }

  disconnect() {
    window.clearTimeout(this.timer)
    this.question?.abort()
    this.close()
  }

  look() {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.ask(), PAUSE)
  }

  key(event: KeyboardEvent) {
    const open = !this.listTarget.hidden
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      this.close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.optionTargets.length === 0) return
      event.preventDefault()
      // What one walks through does not change under one's fingers.
      window.clearTimeout(this.timer)
      this.question?.abort()
      if (!open) this.open()
      const count = this.optionTargets.length
      // Above the first and below the last is the box itself.
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.mark(((this.active + 1 + step + count + 1) % (count + 1)) - 1)
    } else if (event.key === 'Enter' && open && this.active >= 0) {
      event.preventDefault()
      this.go(this.optionTargets[this.active]!)
    }
  }

  /** Pressing on an option would take the focus away, and close the list before the click. */
  hold(event: Event) {
    event.preventDefault()
  }

  choose({ currentTarget }: Event) {
    this.go(currentTarget as HTMLElement)
  }

  close() {
    this.listTarget.hidden = true
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.mark(-1)
  }

  private async ask() {
    const words = this.inputTarget.value.trim()
    if (words === this.asked) return
    this.asked = words
    this.question?.abort()
    if (!words) return this.show('')
    this.question = new AbortController()
    const answer = await fetch(`${this.urlValue}${this.urlValue.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`, { signal: this.question.signal }).catch(() => undefined)
    const options = answer?.ok ? await answer.text().catch(() => undefined) : undefined
    if (options === undefined || this.asked !== words) return
    this.show(options)
  }

  private show(options: string) {
    this.listTarget.innerHTML = options
    if (this.listTarget.children.length > 0 && document.activeElement === this.inputTarget) this.open()
    else this.close()
  }

  private open() {
    this.listTarget.hidden = false
    this.inputTarget.setAttribute('aria-expanded', 'true')
    this.mark(-1)
  }

  private mark(index: number) {
    this.active = index
    this.optionTargets.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)))
    const option = this.optionTargets[index]
    if (option) {
      this.inputTarget.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.inputTarget.removeAttribute('aria-activedescendant')
  }

  private go(option: HTMLElement) {
    this.close()
    if (!this.hasPickTarget) return visit(option.dataset.href!)
    this.pickTarget.value = option.dataset.pick!
    this.inputTarget.value = this.asked = option.dataset.words!
  }
}
