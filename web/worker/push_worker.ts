// In the browser's background: says that there is something new, and opens it when asked to. It keeps no page and answers no request.
export {}
declare const self: ServiceWorkerGlobalScope

// Whoever holds the telephone may read this: no name, no content, no party.
const title = 'Tu as du nouveau'
const tag = 'nouveau'

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('push', (event) => event.waitUntil(show(event.data?.text() ?? '/')))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(here(String(event.notification.data))))
})

/** One line, however much is new; it leads to the first page once there are several. */
async function show(path: string): Promise<void> {
  const shown = await self.registration.getNotifications({ tag })
  const data = shown.every((other) => other.data === path) ? path : '/'
  await self.registration.showNotification(title, { tag, data, lang: 'fr', renotify: true } as NotificationOptions)
}

function here(path: string): string {
  const url = new URL(path, self.location.origin)
  return url.origin === self.location.origin ? url.href : self.location.origin
}
