/** Why a message did not arrive. `lasting`: trying again will not help; `said`: what the other side answered, shortened. */
export class DeliveryFault extends Error {
  readonly lasting: boolean;
  readonly said: string;
  constructor(said: string, lasting: boolean) {
    super(said);
    this.name = 'DeliveryFault';
    this.said = said.replace(/\s+/g, ' ').slice(0, 300);
    this.lasting = lasting;
  }
}
