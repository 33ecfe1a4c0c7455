// The demo's contacts by header title (demo/cast.ts). A title that is a number needs no entry.
const phones = {
	"Lucía Fernández": "+34612345678",
	"Marco Bianchi": "+393331234567",
	"Sofía Romero": "+5491155550123",
	"Inês Carvalho": "+351912345678",
	"Familia Ortega": "+34655443322",
	"Ana López": "+34611222333",
	"Emma Clarke": "+447911123456",
};

let shown;

function report() {
	const title = document.querySelector(
		'#main header [data-testid="conversation-info-header-chat-title"]',
	)?.textContent;
	if (!title || title === shown) return;
	shown = title;
	chrome.runtime.sendMessage({ phone: phones[title] ?? title.replace(/[^+\d]/g, "") });
}

new MutationObserver(report).observe(document, { subtree: true, childList: true, characterData: true });
report();
