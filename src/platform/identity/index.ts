export { createAccount } from './accounts.acts.ts';
export { rememberingCallers, type Callers, type Seating } from './callers.ts';
export { Caller, Role, SessionOpened, SessionView, SignIn, TakeSeat } from './contract.ts';
export { findCityName, foundCity } from './identity.store.ts';
export { randomPassword } from './password.ts';
export { signIn, signOut, standingSessions, takeSeat } from './sessions.acts.ts';
