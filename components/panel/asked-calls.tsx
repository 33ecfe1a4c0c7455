import { lazy, Suspense } from "react";
import { useAskedCalls } from "@/components/hooks/use-asked-calls";

// Whoever lets no program in never loads it.
const AskedList = lazy(() => import("@/components/bridge/asked-list"));

/** Calls of programs that wait for a person, above whatever the panel shows. Renders nothing while there are none. */
export function AskedCalls() {
	const waiting = useAskedCalls();
	if (waiting.length === 0) return null;
	return (
		<div className="max-h-[75dvh] shrink-0 overflow-y-auto border-line border-b bg-canvas p-2.5">
			<Suspense>
				<AskedList waiting={waiting} />
			</Suspense>
		</div>
	);
}
