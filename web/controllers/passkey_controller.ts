import { Controller } from '@hotwired/stimulus'

interface Options { challenge: string; site: string; known: string; name: string; handle: string; account: string; person: string }

const octets = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
const text = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const ES256 = -7, EDDSA = -8, RS256 = -257 // signatures that the server knows (core/webauthn.hpp)

/** Makes a passkey, or has one sign, and sends the answer with the form. `alone`: nobody has said yet whose it is, and the device must make sure of them. */
export default class extends Controller<HTMLElement> {
  static targets = ['button', 'without', 'problem']
  static values = { url: String, new: Boolean, alone: Boolean }
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly withoutTargets: HTMLElement[]
  declare readonly problemTarget: HTMLElement
  declare readonly urlValue: string
  declare readonly newValue: boolean
  declare readonly aloneValue: boolean

  connect() {
    if (!('PublicKeyCredential' in window)) return
    for (const without of this.withoutTargets) without.hidden = true
    this.buttonTarget.hidden = false
  }

  async ask() {
    this.problemTarget.hidden = true
    this.buttonTarget.disabled = true
    try {
      this.send(this.newValue ? await this.make(await this.options()) : await this.prove(await this.options()))
    } catch {
      this.problemTarget.hidden = false
      this.buttonTarget.disabled = false
    }
  }

  private async options(): Promise<Options> {
    const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? ''
    const answer = await fetch(this.urlValue, { method: 'POST', body: new URLSearchParams({ csrf }), headers: { Accept: 'application/json' } })
    if (!answer.ok) throw new Error('no challenge')
    return (await answer.json()) as Options
  }

  private async make({ challenge, site, known, name, handle, account, person }: Options): Promise<Record<string, string>> {
    const made = (await navigator.credentials.create({
      publicKey: {
        challenge: octets(challenge),
        rp: { id: site, name },
        user: { id: octets(handle), name: account, displayName: person },
        pubKeyCredParams: [ES256, EDDSA, RS256].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: keys(known),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
        attestation: 'none',
      },
    })) as PublicKeyCredential
    const response = made.response as AuthenticatorAttestationResponse
    return { client_data: text(response.clientDataJSON), authenticator_data: text(response.getAuthenticatorData()) }
  }

  private async prove({ challenge, site, known }: Options): Promise<Record<string, string>> {
    const got = (await navigator.credentials.get({
      publicKey: { challenge: octets(challenge), rpId: site, allowCredentials: keys(known), userVerification: this.aloneValue ? 'required' : 'preferred' },
    })) as PublicKeyCredential
    const response = got.response as AuthenticatorAssertionResponse
    return {
      credential: text(got.rawId), client_data: text(response.clientDataJSON),
      authenticator_data: text(response.authenticatorData), signature: text(response.signature),
      ...(this.aloneValue && { handle: text(response.userHandle ?? new ArrayBuffer(0)) }),
    }
  }

  private send(fields: Record<string, string>) {
    const form = this.element.querySelector('form')!
    for (const [name, value] of Object.entries(fields)) (form.elements.namedItem(name) as HTMLInputElement).value = value
    form.requestSubmit()
  }
}

function keys(known: string): PublicKeyCredentialDescriptor[] {
  return known.split(' ').filter(Boolean).map((id) => ({ type: 'public-key', id: octets(id) }))
}
