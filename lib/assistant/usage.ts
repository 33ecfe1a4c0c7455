import type { ModelUsage } from "./model";
import type { Assistant } from "./settings";

/** What was used in one local day; `cost` in USD, by the prices of the moment. */
export type DayUsage = {
	inputTokens: number;
	outputTokens: number;
	cost: number;
	answers: number;
	/** So many of the tokens are estimated: their answers were stopped before a server counted them. */
	estimated?: number;
};

/** What one answer of the assistant used, all its requests together. */
export type NotedUsage = DayUsage;

/** By local day, such as `2026-03-04`. */
export type UsageDays = Record<string, DayUsage>;

type Prices = Pick<Assistant, "input_price" | "output_price">;

/** Whether it is known what tokens cost. */
export const hasPrices = ({ input_price, output_price }: Prices): boolean =>
	input_price > 0 || output_price > 0;

/** What tokens cost in USD; 0 where no price is known. */
export const costOf = (
	{ input_price, output_price }: Prices,
	{ inputTokens, outputTokens }: ModelUsage,
): number => (inputTokens * input_price + outputTokens * output_price) / 1_000_000;

export type Limit = "tokens" | "cost";

/** Which daily limit is reached, and so forbids another answer; null while none is. */
export function limitReached(
	{ daily_token_limit, daily_cost_limit }: Pick<Assistant, "daily_token_limit" | "daily_cost_limit">,
	{ inputTokens, outputTokens, cost }: DayUsage,
): Limit | null {
	if (daily_token_limit > 0 && inputTokens + outputTokens >= daily_token_limit) return "tokens";
	return daily_cost_limit > 0 && cost >= daily_cost_limit ? "cost" : null;
}
