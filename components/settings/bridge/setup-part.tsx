import { useState } from "react";
import { i18n } from "#i18n";
import { useSetBridge } from "@/components/hooks/use-bridge";
import { useExtensionId } from "@/components/hooks/use-extension-id";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Field, Input } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { BridgeOverview } from "@/lib/bridge/overview";
import { longestProfileName } from "@/lib/bridge/settings";
import { SettingsSection } from "../settings-section";
import { useUnsavedChanges } from "../shell/unsaved-changes";

const clientConfig = JSON.stringify(
	{ mcpServers: { chatside: { command: "node", args: ["/path/to/chatside/bridge/bin/chatside-mcp.mjs"] } } },
	null,
	2,
);

/** The command that installs the bridge, what to tell a program, and the name of this profile. */
export function SetupPart({ bridge: { profile, settings } }: { bridge: BridgeOverview }) {
	const extensionId = useExtensionId();
	return (
		<SettingsSection anchor="setup" title={i18n.t("bridge.setup.title")}>
			<div className="space-y-5">
				<div>
					<h3 className="font-medium">{i18n.t("bridge.setup.install")}</h3>
					<CodeBlock
						className="mt-1.5"
						label={i18n.t("bridge.setup.command")}
						code={`npx chatside-mcp install --extension-id ${extensionId}`}
					/>
					<p className="mt-1 text-[0.86rem] text-ink-soft">{i18n.t("bridge.setup.installHint")}</p>
				</div>
				<div>
					<h3 className="font-medium">{i18n.t("bridge.setup.client")}</h3>
					<CodeBlock className="mt-1.5" label={i18n.t("bridge.setup.config")} code={clientConfig} />
					<p className="mt-1 text-[0.86rem] text-ink-soft">{i18n.t("bridge.setup.clientHint")}</p>
				</div>
				<ProfileName key={settings.profile_name} stored={settings.profile_name} profile={profile} />
			</div>
		</SettingsSection>
	);
}

function ProfileName({ stored, profile }: { stored: string; profile: BridgeOverview["profile"] }) {
	const [name, setName] = useState(stored);
	const set = useSetBridge();
	const toast = useToast();
	const locked = useLocked("bridge.profile_name");
	const isDirty = name.trim() !== stored;
	useUnsavedChanges(isDirty);
	const save = async () => {
		const saved = await set.mutateAsync({ profile_name: name.trim() });
		if (saved.ok) toast({ text: i18n.t("bridge.setup.saved") });
	};
	return (
		<form
			className="flex flex-wrap items-end gap-2"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			<div className="min-w-0 flex-1 basis-60">
				<Field
					label={i18n.t("bridge.setup.profile")}
					hint={i18n.t("bridge.setup.profileHint", [profile.id.slice(0, 8)])}
				>
					{(props) => (
						<Input
							{...props}
							value={name}
							maxLength={longestProfileName}
							placeholder={profile.name}
							disabled={locked}
							onChange={(event) => setName(event.target.value)}
						/>
					)}
				</Field>
			</div>
			{isDirty && (
				<Button type="submit" look="primary" disabled={set.isPending}>
					{i18n.t("bridge.setup.save")}
				</Button>
			)}
		</form>
	);
}
