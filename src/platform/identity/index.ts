export { createAccount, endSessions, setPassword } from './accounts.acts.ts';
export { rememberingCallers, type Callers, type Known, type Seating } from './callers.ts';
export { Caller, Role, SessionOpened, SessionView, SignIn, TakeSeat } from './contract.ts';
export { findCityName, foundCity } from './identity.store.ts';
export { randomPassword } from './password.ts';
export { recognise, signIn, signOut, standingSessions, takeSeat, type Attempt } from './sessions.acts.ts';
