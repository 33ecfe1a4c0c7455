export const configurableEvents = [
	"phone.detected",
	"followup.detected",
	"followup.replied",
	"followup.converted",
] as const;
