import { usePreferences } from "@/components/hooks/use-preferences";
import { DetectionSection } from "./detection-section";
import { RetentionSection } from "./retention-section";

/** What belongs to webhooks beside where they go. Renders nothing until it is known, or when it cannot be read. */
export function PreferenceSections() {
	const { data } = usePreferences();
	if (!data?.ok) return null;
	const { detection, deliveries } = data.value;
	return (
		<>
			<DetectionSection key={JSON.stringify(detection)} stored={detection} />
			<RetentionSection key={JSON.stringify(deliveries)} stored={deliveries} />
		</>
	);
}
