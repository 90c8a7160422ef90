import * as Turbo from '@hotwired/turbo'
import { Application } from '@hotwired/stimulus'
import { ask } from './confirm'
import Atlas from './controllers/atlas_controller'
import Audience from './controllers/audience_controller'
import Autosize from './controllers/autosize_controller'
import Calendar from './controllers/calendar_controller'
import Completion from './controllers/completion_controller'
import Copy from './controllers/copy_controller'
import Dialog from './controllers/dialog_controller'
import Evening from './controllers/evening_controller'
import FileDrop from './controllers/file_drop_controller'
import Flash from './controllers/flash_controller'
import Focus from './controllers/focus_controller'
import Live from './controllers/live_controller'
import More from './controllers/more_controller'
import News from './controllers/news_controller'
import Passkey from './controllers/passkey_controller'
import Poll from './controllers/poll_controller'
import Postcode from './controllers/postcode_controller'
import Print from './controllers/print_controller'
import Push from './controllers/push_controller'
import Repeat from './controllers/repeat_controller'
import Reveal from './controllers/reveal_controller'
import Scroller from './controllers/scroller_controller'
import Selection from './controllers/selection_controller'
import SendAtOnce from './controllers/send_at_once_controller'
import Strength from './controllers/strength_controller'
import Zone from './controllers/zone_controller'

Turbo.config.forms.confirm = ask

// A form that comes back with its errors is morphed into the page, and no controller connects again: the buttons that they showed stay.
document.addEventListener('turbo:before-morph-attribute', (event) => {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
  if (attributeName === 'hidden' && (event.target as Element).matches('button[data-reveal-target], button[data-flash-target], [data-passkey-target], [data-repeat-target], [data-zone-target]')) event.preventDefault()
})

const application = Application.start()
application.register('atlas', Atlas)
application.register('audience', Audience)
application.register('autosize', Autosize)
application.register('calendar', Calendar)
application.register('completion', Completion)
application.register('copy', Copy)
application.register('dialog', Dialog)
application.register('evening', Evening)
application.register('file-drop', FileDrop)
application.register('flash', Flash)
application.register('focus', Focus)
application.register('live', Live)
application.register('more', More)
application.register('news', News)
application.register('passkey', Passkey)
application.register('poll', Poll)
application.register('postcode', Postcode)
application.register('print', Print)
application.register('push', Push)
application.register('repeat', Repeat)
application.register('reveal', Reveal)
application.register('scroller', Scroller)
application.register('selection', Selection)
application.register('send-at-once', SendAtOnce)
application.register('strength', Strength)
application.register('zone', Zone)
