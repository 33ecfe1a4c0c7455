import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { useEndpoints, useRemoveEndpoint } from "@/components/hooks/use-tool";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SettingsSection } from "./settings-section";

const ConnectWizard = lazy(() => import("@/components/connect/connect-wizard"));

/** Which CRM is asked for customers, and changing that. */
export function ConnectionSettings() {
	const endpoints = useEndpoints();
	const remove = useRemoveEndpoint();
	const [connecting, setConnecting] = useState(false);
	if (!endpoints.data) return null;
	const { isError, text, data } = endpoints.data;
	const current = data?.crm_endpoints.find(({ type }) => type === "sidePanel_CustomerInfo");
	return (
		<SettingsSection anchor="connection" title={i18n.t("settings.connection.title")}>
			{isError && (
				<Notice tone="bad" title={i18n.t("settings.damaged")}>
					{text}
				</Notice>
			)}
			{connecting ? (
				<div className="-mx-4 max-w-xl">
					<Suspense>
						<ConnectWizard
							current={current}
							done={() => setConnecting(false)}
							cancel={() => setConnecting(false)}
						/>
					</Suspense>
				</div>
			) : (
				!isError && (
					<>
						<p className={current ? "break-all" : "text-ink-soft"}>
							{current
								? `${current.method} ${current.url}`
								: i18n.t(remove.isSuccess ? "settings.connection.removed" : "settings.connection.none")}
						</p>
						{current?.auth && (
							<p className="mt-0.5 break-all text-ink-soft">
								{[
									i18n.t(`connect.authTypes.${current.auth.type}`),
									Object.keys(current.auth.fields).join(", "),
								].join(": ")}
							</p>
						)}
						<div className="mt-4 flex flex-wrap gap-2">
							<Button look={current ? "secondary" : "primary"} onClick={() => setConnecting(true)}>
								{current ? i18n.t("failures.changeConnection") : i18n.t("connect.title")}
							</Button>
							{current && (
								<Button onClick={() => remove.mutate(current.type)}>
									{i18n.t("settings.connection.remove")}
								</Button>
							)}
						</div>
					</>
				)
			)}
		</SettingsSection>
	);
}
