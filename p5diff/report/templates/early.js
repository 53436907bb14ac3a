// Before the body is read: what a script adds may show, and a long page is laid out where it is looked at.
document.documentElement.classList.add("scripted");
if ("long" in document.documentElement.dataset) { document.documentElement.classList.add("lazy"); }
