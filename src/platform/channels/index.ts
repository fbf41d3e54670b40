export { readAllowed, type Allowed } from './addresses.ts';
export { DeliveryFault } from './fault.ts';
export { faultOf, postOf, type Form, type Hook, type Message } from './forms.rules.ts';
export { openMailer, type Mailer } from './mail.ts';
export { openPoster, whyForbidden, type Poster } from './post.ts';
export { openTexter, type Texter } from './sms.ts';
