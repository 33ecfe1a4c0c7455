import { lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Skeleton } from "@/components/ui/skeleton";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import type { TestedAnswer } from "./tested-answer";

export type MappingPartProps = {
	type: EndpointType;
	/** JSONata; empty for none. */
	expression: string;
	change(expression: string): void;
	/** What the last test brought. */
	tested?: TestedAnswer;
};

/** `needed`: the last answer is JSON that the panel cannot use as it is, or shows little of. */
type MappingDetailsProps = MappingPartProps & {
	needed: boolean;
	place: RefObject<HTMLDetailsElement | null>;
};

const MappingEditor = lazy(() => import("./mapping-editor"));

/** Where an answer of another shape is turned into one of the panel's. Loaded once it is opened. */
export function MappingPart({ needed, place, ...props }: MappingDetailsProps) {
	const [open, setOpen] = useState(props.expression !== "");
	useEffect(() => {
		if (needed) setOpen(true);
	}, [needed]);
	return (
		<details
			ref={place}
			className="mt-5 scroll-mt-4 rounded-xl border border-line p-4"
			open={open}
			onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
		>
			<summary className="font-semibold">{i18n.t("settings.endpoints.mapping.title")}</summary>
			{open && (
				<Suspense fallback={<Skeleton className="mt-3 h-32 w-full" />}>
					<MappingEditor {...props} />
				</Suspense>
			)}
		</details>
	);
}
