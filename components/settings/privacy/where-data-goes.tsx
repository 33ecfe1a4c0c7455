import { Image, KeyRound, type LucideIcon, ShieldCheck } from "lucide-react";
import { i18n } from "#i18n";
import { useAssistantSettings } from "@/components/hooks/use-assistant-settings";
import { useFunctions } from "@/components/hooks/use-functions";
import { usePreferences } from "@/components/hooks/use-preferences";
import { useEndpoints } from "@/components/hooks/use-tool";
import { useWebhookConfig } from "@/components/hooks/use-webhook";
import { SettingsSection } from "../settings-section";
import { destinations } from "./destinations";

/** What leaves the browser and where to, and what never does. */
export function WhereDataGoes() {
	const endpoints = useEndpoints();
	const webhook = useWebhookConfig();
	const functions = useFunctions();
	const assistant = useAssistantSettings();
	const preferences = usePreferences();
	// Settings that cannot be read send nothing, but that is no reason to promise it.
	const known =
		endpoints.data?.data &&
		webhook.data?.data &&
		functions.data?.data &&
		assistant.data?.ok &&
		preferences.data?.ok;
	const hosts = destinations(
		endpoints.data?.data?.crm_endpoints ?? [],
		webhook.data?.data,
		functions.data?.data?.custom_functions ?? [],
		assistant.data?.ok ? assistant.data.value : undefined,
		preferences.data?.ok ? preferences.data.value.followup : undefined,
	);
	return (
		<SettingsSection
			anchor="goes"
			title={i18n.t("settings.privacy.goes.title")}
			intro={i18n.t("settings.privacy.goes.intro")}
		>
			{known && hosts.length === 0 && (
				<p className="font-medium">{i18n.t("settings.privacy.goes.nowhere")}</p>
			)}
			{hosts.length > 0 && (
				<dl className="divide-y divide-line rounded-xl border border-line">
					{hosts.map(({ host, sent }) => (
						<div key={host} className="grid gap-x-4 px-3.5 py-2.5 sm:grid-cols-[minmax(0,15rem)_1fr]">
							<dt className="break-all font-medium font-mono text-[0.93rem]">{host}</dt>
							<dd>
								<ul className="space-y-0.5">
									{sent.map((what) => (
										<li key={what} className="break-words">
											{what}
										</li>
									))}
								</ul>
							</dd>
						</div>
					))}
				</dl>
			)}
			<ul className="mt-4 max-w-[65ch] space-y-2">
				<Sentence icon={ShieldCheck} text={i18n.t("settings.privacy.goes.never")} />
				<Sentence icon={KeyRound} text={i18n.t("settings.privacy.goes.secrets")} />
				<Sentence icon={Image} text={i18n.t("settings.privacy.goes.pictures")} />
			</ul>
		</SettingsSection>
	);
}

const Sentence = ({ icon: Icon, text }: { icon: LucideIcon; text: string }) => (
	<li className="flex gap-2.5">
		<Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
		<span>{text}</span>
	</li>
);
