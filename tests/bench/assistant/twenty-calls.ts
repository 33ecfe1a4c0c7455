import { type DemoModel, say } from "../../../demo/model/answer";

export const roundsOfCalls = 5;
export const callsInRound = 4;

/** The orders that are asked for in a round. */
const ordersOf = (round: number): string[] =>
	Array.from({ length: callsInRound }, (_, index) => `CS-${11_000 + round * callsInRound + index}`);

/** A model that looks twenty orders up, four at a time, and then says so. */
export const twentyCalls: DemoModel = ({ messages }) => {
	const round = messages.filter(({ calls }) => calls.length > 0).length;
	if (round >= roundsOfCalls) return say("Twenty orders were looked up.");
	return {
		text: "",
		calls: ordersOf(round).map((order_id) => ({
			name: "check_order_status",
			arguments: JSON.stringify({ order_id }),
		})),
	};
};
