import { lazy, Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { JsonEditorProps } from "./json-editor";

const JsonEditor = lazy(() => import("./json-editor"));

/** The JSON editor, once it is loaded; its place until then. */
export function LazyJsonEditor(props: JsonEditorProps) {
	return (
		<Suspense fallback={<Skeleton className="h-32 w-full" />}>
			<JsonEditor {...props} />
		</Suspense>
	);
}
