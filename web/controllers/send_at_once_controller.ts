import { Controller } from '@hotwired/stimulus'

/** A form inside is sent as soon as a person sees the page; never from a preview, nor from a page that is only being prerendered. */
export default class extends Controller {
  connect() {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return
    if ((document as Document & { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', this.send, { once: true })
    else this.send()
  }

  disconnect() {
    document.removeEventListener('prerenderingchange', this.send)
  }

  private send = () => this.element.querySelector('form')?.requestSubmit()
}
