import { Controller } from '@hotwired/stimulus'

const worker = '/service-worker.js'

const octets = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

/** Asks this browser for an address at which it can be told of news, once the button was pressed, and sends it with the form. */
export default class extends Controller<HTMLElement> {
  static targets = ['button', 'unable', 'install', 'denied', 'problem']
  static values = { key: String }
  declare readonly hasButtonTarget: boolean
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly unableTarget: HTMLElement
  declare readonly installTarget: HTMLElement
  declare readonly deniedTarget: HTMLElement
  declare readonly problemTarget: HTMLElement
  declare readonly keyValue: string

  connect() {
    if (!this.hasButtonTarget) return
    if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) (onApple() ? this.installTarget : this.unableTarget).hidden = false
    else if (Notification.permission === 'denied') this.deniedTarget.hidden = false
    else this.buttonTarget.hidden = false
  }

  async ask() {
    this.problemTarget.hidden = true
    this.buttonTarget.disabled = true
    try {
      const permission = await Notification.requestPermission()
      if (permission === 'granted') return this.send(await this.subscribe())
      this.buttonTarget.disabled = false
      this.buttonTarget.hidden = permission === 'denied'
      this.deniedTarget.hidden = permission !== 'denied'
    } catch {
      this.problemTarget.hidden = false
      this.buttonTarget.disabled = false
    }
  }

  /** This browser's own part of giving it up; the form does the rest. */
  async forget() {
    const registration = await navigator.serviceWorker?.getRegistration('/')
    await (await registration?.pushManager.getSubscription())?.unsubscribe()
  }

  private async subscribe(): Promise<PushSubscriptionJSON> {
    await navigator.serviceWorker.register(worker, { scope: '/', updateViaCache: 'none' })
    const { pushManager } = await navigator.serviceWorker.ready
    await (await pushManager.getSubscription())?.unsubscribe() // of another session, or for a key that the site has no more
    return (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: octets(this.keyValue) })).toJSON()
  }

  private send({ endpoint, keys }: PushSubscriptionJSON) {
    const form = this.element.querySelector('form')!
    for (const [name, value] of Object.entries({ endpoint, ...keys })) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value ?? ''
    }
    form.requestSubmit()
  }
}

function onApple(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1)
}
