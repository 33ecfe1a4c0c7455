import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type BuiltInState, builtInState, downloadBuiltIn } from "@/lib/platform/built-in-model";

export type { BuiltInState };

const stateKey = ["built-in-model"];
const askAgainMs = 3_000;

/** Whether the browser has a model of its own; asked again while it is on its way. Undefined until it is known. */
export function useBuiltInState(): BuiltInState | undefined {
	const { data } = useQuery({
		queryKey: stateKey,
		queryFn: builtInState,
		refetchOnWindowFocus: true,
		refetchInterval: ({ state }) => (state.data === "downloading" ? askAgainMs : false),
	});
	return data;
}

/** Has the browser download its model; `part` of it, from 0 to 1, is there. */
export function useDownloadBuiltIn() {
	const client = useQueryClient();
	const [part, setPart] = useState(0);
	const stop = useRef<AbortController | undefined>(undefined);
	useEffect(() => () => stop.current?.abort(), []);
	const mutation = useMutation({
		// The browser downloads only for a click, so nothing is awaited before.
		mutationFn: () => {
			stop.current = new AbortController();
			return downloadBuiltIn(setPart, stop.current.signal);
		},
		onSettled: () => client.invalidateQueries({ queryKey: stateKey }),
	});
	return { download: mutation.mutate, isDownloading: mutation.isPending, failed: mutation.isError, part };
}
