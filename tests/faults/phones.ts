/** Phone number number `index` of a series: valid Spanish mobiles, all different. */
export const phoneAt = (index: number): string => `+346${String(10_000_000 + index * 7)}`;

/** A message a customer could write with that number in it. */
export const messageWith = (phone: string, index: number): string =>
	[
		`Puedes llamarme al ${phone}`,
		`Mi compañera es ${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}`,
		`wa.me/${phone.slice(1)}`,
	][index % 3] ?? phone;
