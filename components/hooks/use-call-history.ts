import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createMutex } from "@/lib/core/mutex";
import { consoleHistoryValue } from "@/lib/platform/storage";
import { type MadeCall, readCallHistory, withCall } from "@/lib/tools/call-history";

const queryKey = ["call-history"];
const exclusively = createMutex();

/** The calls made in the Console, newest first. They are kept while the browser runs, their secrets never. */
export function useCallHistory() {
	const client = useQueryClient();
	const { data: calls = [] } = useQuery({ queryKey, queryFn: readStored, staleTime: 0 });
	const change = (changed: (history: MadeCall[]) => MadeCall[]) =>
		exclusively(async () => {
			const history = changed(await readStored());
			await consoleHistoryValue.set(history);
			client.setQueryData(queryKey, history);
		});
	return {
		calls,
		add: (made: MadeCall) => change((history) => withCall(history, made)),
		clear: () => change(() => []),
	};
}

const readStored = async () => readCallHistory(await consoleHistoryValue.get());
