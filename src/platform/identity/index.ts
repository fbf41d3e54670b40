export { createAccount, createAccounts, endSessions, setPassword } from './accounts.acts.ts';
export { rememberingCallers, type Callers, type Known, type Seating } from './callers.ts';
export {
  Caller,
  SeatRole,
  SessionOpened,
  SessionView,
  SignIn,
  TakeSeat,
  type Role,
  type SeatCaller,
} from './contract.ts';
export { findCityName, findCityNameEn, findTakenLogins, foundCity } from './identity.store.ts';
export { isLogin } from './login.rules.ts';
export { randomPassword } from './password.ts';
export {
  limited,
  recognise,
  signIn,
  signOut,
  standingSessions,
  takeSeat,
  whyGone,
  type Attempt,
} from './sessions.acts.ts';
export { newToken, parseToken } from './token.ts';
