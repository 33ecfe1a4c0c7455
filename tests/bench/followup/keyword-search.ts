/** What one would search for without an analysis. */
const keywords = [
	"price",
	"how much",
	"cost",
	"quote",
	"available",
	"buy",
	"precio",
	"cuánto",
	"cuanto",
	"presupuesto",
	"cotización",
	"disponible",
	"quiero",
	"preço",
	"valor",
	"quanto",
	"orçamento",
	"disponível",
	"quero",
];

/** The baseline: whether a customer's message holds one of the words. */
export const holdsKeyword = (
	messages: readonly { direction: string; text: string | null }[],
	wanted: readonly string[] = keywords,
): boolean =>
	messages.some(({ direction, text }) => {
		if (direction === "outgoing" || text === null) return false;
		const searched = text.toLowerCase();
		return wanted.some((word) => searched.includes(word));
	});
