// What we use of Turbo 8, which comes without types.
declare module '@hotwired/turbo' {
  export function visit(location: string, options?: { action: 'advance' | 'replace' }): void
  export const config: {
    forms: { confirm: (question: string, form: HTMLFormElement, submitter: HTMLElement | null) => Promise<boolean> }
  }
}
