import { Controller } from '@hotwired/stimulus'

/** A form inside is sent as soon as a person sees the page; never from a preview, nor from a page that is only being prerendered or is loaded out of sight. */
export default class extends Controller {
  connect() {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return
    if ((document as Document & { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', this.sendInSight, { once: true })
    else this.sendInSight()
  }

  disconnect() {
    document.removeEventListener('prerenderingchange', this.sendInSight)
    document.removeEventListener('visibilitychange', this.sendInSight)
  }

  private sendInSight = () => {
    if (document.hidden) document.addEventListener('visibilitychange', this.sendInSight, { once: true })
    else this.element.querySelector('form')?.requestSubmit()
  }
}
