import { i18n } from "#i18n";

/** Above the result of an earlier test, when a test was refused: it is not what came of this one. */
export const OfBefore = () => (
	<p className="mt-4 font-medium text-[0.93rem] text-warn">{i18n.t("anyCrm.ofBefore")}</p>
);
