import { Controller } from '@hotwired/stimulus'
import { visit } from '@hotwired/turbo'

const EVERY = 1_000 // milliseconds

/** A part of the page about work under way: fetched again until the server says it is over, then the whole page is. */
export default class extends Controller<HTMLElement> {
  static values = { over: Boolean }
  declare readonly overValue: boolean
  private timer = 0

  connect() {
    if (this.overValue) return
    this.timer = window.setInterval(() => void this.look(), EVERY)
  }

  disconnect() {
    window.clearInterval(this.timer)
  }

  private async look() {
    if (document.hidden) return
    const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(this.element.id)
    if (!this.element.isConnected) return
    if (!fresh || fresh.dataset.pollOverValue) {
      window.clearInterval(this.timer)
      visit(window.location.href, { action: 'replace' })
    } else {
      this.element.replaceChildren(...fresh.childNodes)
    }
  }
}
