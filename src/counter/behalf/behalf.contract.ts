import { z } from 'zod';
import { CreditCode } from '../../directory/enterprises/enterprise.contract.ts';
import { NewId } from '../../kernel/contract.ts';
import { ActReceipt, RegisterMatter } from '../../matters/contract.ts';
import { PassCode } from '../contract.ts';

/** What crosses the wire when a clerk takes down what somebody else raises: on the phone, at the desk, at a round table. */

/**
 * For whom. `id` names them where the city opens somebody new. `enterprise` is one of the register, by its id; `code` the credit
 * code of one that is not there. `pass`: the code to be read out to them, with which they follow it.
 */
export const OnBehalf = z.strictObject({
  id: NewId,
  kind: z.enum(['enterprise', 'person', 'unknown']),
  enterprise: z.uuid().nullish(),
  code: CreditCode.nullish(),
  contact: z.string().trim().min(1).max(254).nullish(),
  pass: PassCode.nullish(),
});
export type OnBehalf = z.output<typeof OnBehalf>;

/**
 * Registers a matter for whoever raises it; `by` null where nobody is known and nobody wants an answer.
 * `join`: the number of the open matter that it is the same as, and the id of the act that joins it to that.
 */
export const RegisterOnBehalf = RegisterMatter.extend({
  by: OnBehalf.nullable(),
  join: z.strictObject({ id: NewId, into: z.string().trim().min(1).max(60) }).nullish(),
});
export type RegisterOnBehalf = z.output<typeof RegisterOnBehalf>;

/** `enterprise`: whether it is filed under the enterprise itself, which then sees it when it signs in. */
export const RegisteredOnBehalf = ActReceipt.extend({
  number: z.string(),
  enterprise: z.boolean(),
  /** Where it was to be joined to another: why it was not; null: it is. */
  joined: z
    .object({
      into: z.string(),
      why: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
    })
    .optional(),
});
export type RegisteredOnBehalf = z.infer<typeof RegisteredOnBehalf>;
