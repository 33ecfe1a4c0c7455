import type { Tone } from "@/components/ui/badge";

/** Words of states in the languages of the interface, by what they mean to an agent. Others stay neutral. */
const tones: [Tone, RegExp][] = [
	// First, because they contain the word they deny: "inactive", "undelivered", "no pagado".
	["warn", /\b((in|un)(activ|ativ|complet|deliver|paid|fulfil)|(not?|sin|não|nao|sem) )/i],
	[
		"bad",
		/cancel|anulad|refund|reembols|devuel|devolv|fail|fallid|falh|block|bloque|fraud|lost|perdid|returned/i,
	],
	["warn", /pend|wait|esper|hold|delay|retras|atras|unpaid|impag|process|proces|partial|parcial/i],
	["good", /paid|pagad|pago|deliver|entreg|complet|fulfil|active|activ|ativ|done|success/i],
	["accent", /vip|gold|premium|ship|envia|transit|tr[aá]nsito|new|nuev|nov[oa]/i],
];

export function stateTone(state: string): Tone {
	return tones.find(([, words]) => words.test(state))?.[0] ?? "neutral";
}
