import { useMutation } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";

/** The settings as a file's content; with secrets only when asked for. */
export function useExportSettings() {
	return useMutation({
		mutationFn: (secrets: boolean) => sendMessage("exportSettings", { secrets }),
		gcTime: 0,
	});
}

/** What importing a file would change. Changes nothing. */
export function usePlanImport() {
	return useMutation({ mutationFn: (file: unknown) => sendMessage("planImport", { file }), gcTime: 0 });
}

/** Imports a file, if that does what the plan of this fingerprint said; all of it or nothing. */
export function useApplyImport() {
	return useMutation({
		mutationFn: (input: { file: unknown; fingerprint: string }) => sendMessage("applyImport", input),
		gcTime: 0,
	});
}
