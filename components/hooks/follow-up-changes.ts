import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onStored } from "@/lib/platform/storage";

/** The answers about follow-ups; all of them are read again when one was found or something was done with one. */
export const followUpKey = ["follow-up"];

/** Reads them again whenever the background tells, by storage, that they are others now. */
export function useFollowUpChanges(): void {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		onStored(
			(names) =>
				names.some((name) => name.startsWith("follow_up")) &&
				void client.invalidateQueries({ queryKey: followUpKey }),
			controller.signal,
		);
		return () => controller.abort();
	}, [client]);
}
