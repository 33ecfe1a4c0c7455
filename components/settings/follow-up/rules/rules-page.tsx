import { useEffect } from "react";
import { usePreferences } from "@/components/hooks/use-preferences";
import { usePlace } from "../../shell/use-place";
import { LearnedWeights } from "./learned-weights";
import { RulesForm } from "./rules-form";

/** Who is followed up, when, and with which words; and what was learned of the agent. */
export function RulesPage() {
	const { data } = usePreferences();
	const { target } = usePlace();
	const shown = data?.ok === true;
	useEffect(() => {
		const place = shown && target ? document.getElementById(target) : null;
		place?.scrollIntoView({ block: "start" });
		place?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
	}, [shown, target]);
	if (!data?.ok) return null;
	const { followup } = data.value;
	return (
		<>
			<RulesForm key={JSON.stringify(followup)} stored={followup} />
			<LearnedWeights />
		</>
	);
}
