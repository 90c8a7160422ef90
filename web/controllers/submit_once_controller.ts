import { Controller } from '@hotwired/stimulus'

/** A form is sent once, however often its button is pressed; it may be sent again after the answer, or when its page comes back. */
export default class extends Controller<HTMLFormElement> {
  private sending = false

  connect() {
    this.element.addEventListener('turbo:submit-end', this.ready)
    window.addEventListener('pageshow', this.ready)
  }

  disconnect() {
    this.element.removeEventListener('turbo:submit-end', this.ready)
    window.removeEventListener('pageshow', this.ready)
  }

  send(event: SubmitEvent) {
    if (this.sending) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    // A question asked first (data-turbo-confirm) may be answered no: Turbo guards those by itself.
    if (event.submitter?.hasAttribute('data-turbo-confirm')) return
    this.sending = true
    this.element.setAttribute('aria-busy', 'true')
  }

  private ready = () => {
    this.sending = false
    this.element.removeAttribute('aria-busy')
  }
}
