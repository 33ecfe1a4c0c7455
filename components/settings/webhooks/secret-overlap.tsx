import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Field, Select } from "@/components/ui/field";
import type { WebhookConfig } from "@/lib/tools/webhook-config";

const overlaps = [
	{ hours: 0, name: "none" },
	{ hours: 1, name: "hour" },
	{ hours: 24, name: "day" },
	{ hours: 7 * 24, name: "week" },
] as const;

/** What a rotation begins with: time enough to change the server over. */
export const usualOverlapH = 24;

type SecretOverlapProps = {
	stored: WebhookConfig;
	/** Whether a new secret is about to replace one. */
	rotates: boolean;
	hours: number;
	change(hours: number): void;
};

/** Asks for how long the old secret goes on signing, and says so while one does. Renders nothing otherwise. */
export function SecretOverlap({ stored, rotates, hours, change }: SecretOverlapProps) {
	const format = useFormat();
	const now = useNow();
	const until = stored.previous_secret_until;
	if (rotates)
		return (
			<Field label={i18n.t("settings.overlap.label")} hint={i18n.t("settings.overlap.hint")}>
				{(props) => (
					<Select {...props} value={hours} onChange={(event) => change(Number(event.target.value))}>
						{overlaps.map(({ hours: value, name }) => (
							<option key={name} value={value}>
								{i18n.t(`settings.overlap.${name}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
		);
	if (!until || Date.parse(until) <= now) return null;
	return (
		<p className="-mt-2 text-[0.93rem] text-ink-soft">
			{i18n.t("settings.overlap.until", [format.moment(until)])}
		</p>
	);
}
