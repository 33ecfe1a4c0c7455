import { useEffect } from "react";
import { i18n } from "#i18n";
import { useOutboxStatus } from "@/components/hooks/use-outbox-status";
import { useWebhookConfig } from "@/components/hooks/use-webhook";
import { GoneNotice } from "../deliveries/outbox-notices";
import { SettingsSection } from "../settings-section";
import { usePlace } from "../shell/use-place";
import { PreferenceSections } from "./preference-sections";
import { VerifyCode } from "./verify-code";
import { WebhookForm } from "./webhook-form";
import { WebhookTester } from "./webhook-tester";

/** Where events go, how they are signed, and whether they arrive. */
export default function WebhooksPage() {
	const config = useWebhookConfig();
	const gone = useOutboxStatus()?.gone;
	const { target } = usePlace();
	const stored = config.data?.data;
	const shown = stored !== undefined;
	useEffect(() => {
		const place = shown && target ? document.getElementById(target) : null;
		place?.scrollIntoView({ block: "start" });
		place?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
	}, [shown, target]);
	if (!stored) return null;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.webhooks.intro")}</p>
			{gone && (
				<div className="mb-5">
					<GoneNotice gone={gone} />
				</div>
			)}
			<WebhookForm stored={stored} />
			<SettingsSection
				anchor="test"
				title={i18n.t("settings.webhooks.test.title")}
				intro={i18n.t("settings.webhooks.test.text")}
			>
				<WebhookTester stored={stored} />
			</SettingsSection>
			<SettingsSection
				anchor="verify"
				title={i18n.t("settings.webhooks.verify.title")}
				intro={i18n.t("settings.webhooks.verify.text")}
			>
				<VerifyCode />
			</SettingsSection>
			<PreferenceSections />
		</>
	);
}
