import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ConsoleRequest } from "@/components/settings/console/read-call";
import { sendMessage } from "@/lib/messaging/client";
import type { JsonRpcResponse } from "@/lib/tools/json-rpc";
import type { ToolResponse } from "@/lib/tools/tool";
import { toolQueriesKey } from "./use-tool";

/** A call that was made from `text`, what came back, and how long that took in ms. */
export type ConsoleAnswer = {
	id: string;
	text: string;
	request: ConsoleRequest;
	response: ToolResponse | JsonRpcResponse;
	durationMs: number;
};

/** Makes the call that `text` was read as, and tells `answered` of it. */
export function useRunCall(answered: (answer: ConsoleAnswer) => void) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: async ({ text, request }: Pick<ConsoleAnswer, "text" | "request">) => {
			const start = performance.now();
			const response =
				request.kind === "call"
					? await sendMessage("callTool", request.call)
					: await sendMessage("answerRpc", { message: request.message });
			return { id: crypto.randomUUID(), text, request, response, durationMs: performance.now() - start };
		},
		onSuccess: answered,
		// A test changes what is known of an endpoint's health, although it changes no setting.
		onSettled: () => void client.invalidateQueries({ queryKey: toolQueriesKey }),
	});
}
