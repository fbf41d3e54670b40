/** What other rooms know of duties: a swap, and what has come of it. */
export { SwapStatus, type DutySwap } from './duty.contract.ts';
