console.error("not there yet");
