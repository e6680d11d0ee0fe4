// Loads ClerkJS with what the server wrote into this script's element, mounts Clerk's components,
// and keeps the page and its requests in step with the session. Nothing on the page is a script.
(() => {
  'use strict';

  const script = document.currentScript;
  const options = JSON.parse(script.dataset.clerkOptions);
  const rendered = JSON.parse(script.dataset.clerkRendered);
  const nonce = script.nonce;
  const browserFetch = window.fetch.bind(window);

  /** How long a request waits for ClerkJS, in milliseconds; then it goes as it is. */
  const PATIENCE = 5000;

  const loaded = load().catch(error => console.error(error));

  async function load() {
    const clerk = window.Clerk;
    if (!clerk) throw new Error('ClerkJS could not be loaded.');
    if (options.allowedRedirectOrigins) options.allowedRedirectOrigins.push(location.origin);
    const ui = window.__internal_ClerkUICtor;
    await clerk.load({...options, ...(nonce && {nonce}), ...(ui && {ui: {ClerkUI: ui}})});
    mountAll();
    new MutationObserver(mountAll).observe(document, {childList: true, subtree: true});
    if (script.dataset.clerkStays === undefined) clerk.addListener(follow);
  }

  // Components

  const mounted = new WeakSet();

  function mountAll() {
    for (const element of document.querySelectorAll('[data-clerk-component]')) {
      if (mounted.has(element)) continue;
      mounted.add(element);
      const name = element.dataset.clerkComponent;
      const props = propsOf(element, name);
      if (name === 'googleOneTap') window.Clerk.openGoogleOneTap(props);
      else window.Clerk[mountMethod(name)](element, props);
    }
  }

  function mountMethod(name) {
    const special = {apiKeys: 'APIKeys', taskSetupMfa: 'TaskSetupMFA'};
    return 'mount' + (special[name] || name[0].toUpperCase() + name.slice(1));
  }

  /** What stands in the attribute, and the templates that stand inside of the component. */
  function propsOf(element, name) {
    const props = JSON.parse(element.dataset.clerkProps);
    const items = (props.customMenuItems ?? []).map(item => menuItem(item));
    const pages = [];
    for (const {content, dataset} of element.querySelectorAll('template[data-clerk-part]')) {
      const part = JSON.parse(dataset.clerkProps);
      if (dataset.clerkPart === 'menuItem') items.push(menuItem(part, content));
      else if (dataset.clerkPart === 'profileLink') pages.push({...part, ...icon(part.iconUrl, content)});
      else pages.push(profilePage(part, content));
    }
    if (items.length) props.customMenuItems = items;
    const profile = {userButton: 'userProfileProps', organizationSwitcher: 'organizationProfileProps'}[name];
    if (pages.length && profile) props[profile] = {...props[profile], customPages: pages};
    else if (pages.length) props.customPages = pages;
    return props;
  }

  /** Of what ClerkJS has by itself, only the place is the page's: then there is a label alone. */
  function menuItem({event, iconUrl, ...item}, content) {
    if (!item.href && !item.open && !event) return item;
    return {
      ...item,
      ...(item.open && {open: item.open.replace(/^\/?/, '/')}),
      ...(event && {onClick: () => document.dispatchEvent(new CustomEvent(event))}),
      ...icon(iconUrl, content),
    };
  }

  function profilePage({iconUrl, ...page}, content) {
    if (!page.url) return page;
    return {
      ...page,
      mount: element => element.replaceChildren(content.cloneNode(true)),
      unmount: element => element?.replaceChildren(),
      ...icon(iconUrl),
    };
  }

  /** ClerkJS draws an icon by a function; the page has the address of an image, or HTML, or none. */
  function icon(address, content) {
    return {
      mountIcon: element => {
        if (!address) return void (content && element.replaceChildren(content.cloneNode(true)));
        const image = document.createElement('img');
        image.src = address;
        image.alt = '';
        image.width = image.height = 16;
        element.replaceChildren(image);
      },
      unmountIcon: element => element?.replaceChildren(),
    };
  }

  document.addEventListener('click', event => {
    const link = event.target instanceof Element && event.target.closest('[data-clerk-modal]');
    if (!link || event.defaultPrevented || !window.Clerk?.loaded) return;
    event.preventDefault();
    const props = JSON.parse(link.dataset.clerkProps);
    if (link.dataset.clerkModal === 'signIn') window.Clerk.openSignIn(props);
    else window.Clerk.openSignUp(props);
  });

  // The page follows its session

  let leaving = false;
  let sentToSignIn = false;
  const typedIn = new Set();
  /** What a script has sent for a form, and nobody has said yet that it has arrived. */
  const sentFrom = new Set();

  window.addEventListener('beforeunload', event => {
    if (sentToSignIn && (areThere(typedIn) || areThere(sentFrom))) event.preventDefault();
    sentToSignIn = false;
    leaving = true;
    // a download, or a page that never comes
    setTimeout(() => (leaving = false), 10000);
  });

  function stateOf({user, session}) {
    return {
      user: user?.id,
      session: session?.id,
      organization: session?.lastActiveOrganizationId,
      status: session?.status,
    };
  }

  const spelled = state => ['user', 'session', 'organization', 'status'].map(key => state[key]).join();

  function follow(resources) {
    // undefined is what ClerkJS says while it changes from one session to another
    if (resources.session === undefined) return;
    const now = spelled(stateOf(resources));
    if (now === spelled(rendered)) {
      remember(null);
    } else {
      // ClerkJS may be about to lead to another page, which is better than this one anew
      setTimeout(() => outdated(now), 300);
    }
  }

  /** A task ends with a screen of its own, such as that of backup codes, and then leads on by itself. */
  function hasTask() {
    return document.querySelector('[data-clerk-component^="task"]') !== null;
  }

  async function outdated(now) {
    if (leaving || hasTask() || now !== spelled(stateOf(window.Clerk))) return;
    const change = [location.pathname + location.search, spelled(rendered), now].join(' ');
    if (remembered() === change) return;
    if (areThere(typedIn)) {
      ask(() => anew(change));
    } else {
      await anew(change);
    }
  }

  /** Loads the page by GET, whatever brought it here. Once: the server may see it otherwise. */
  async function anew(change) {
    if (!remember(change)) return;
    await freshToken();
    if (!leaving) location.replace(location.pathname + location.search);
  }

  function remembered() {
    try {
      return sessionStorage.getItem('clerk-jakarta');
    } catch {
      return null;
    }
  }

  /** False where the browser keeps nothing: then nobody would know that it was done. */
  function remember(change) {
    try {
      if (change === null) sessionStorage.removeItem('clerk-jakarta');
      else sessionStorage.setItem('clerk-jakarta', change);
      return true;
    } catch {
      return false;
    }
  }

  document.addEventListener('input', event => {
    const field = event.composedPath()[0];
    if (field instanceof Element && !field.closest('[data-clerk-component], .cl-modalBackdrop')) {
      typedIn.add(field);
    }
  }, true);
  for (const done of ['submit', 'reset']) {
    document.addEventListener(done, event => {
      for (const field of typedIn) {
        if (field.form !== event.target) continue;
        typedIn.delete(field);
        if (done === 'submit' && event.defaultPrevented) sentFrom.add(field);
      }
    });
  }

  const areThere = fields => [...fields].some(field => field.isConnected);

  function ask(reload) {
    const asking = new CustomEvent('clerk:outdated', {cancelable: true, detail: {reload}});
    if (!document.dispatchEvent(asking) || document.querySelector('[data-clerk-outdated]')) return;
    const bar = document.createElement('div');
    bar.dataset.clerkOutdated = '';
    bar.setAttribute('role', 'alert');
    Object.assign(bar.style, {
      position: 'fixed', inset: 'auto 0 0 0', padding: '1rem', zIndex: '2147483647',
      background: '#222', color: '#fff', font: '1rem sans-serif', textAlign: 'center',
    });
    bar.append('Your session has changed. What you have typed here is lost when the page loads anew. ');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Load anew';
    button.addEventListener('click', () => {
      typedIn.clear();
      reload();
    });
    bar.append(button);
    document.body.append(bar);
  }

  // Requests

  const within = (promise, milliseconds) =>
    Promise.race([promise, new Promise(resolve => setTimeout(resolve, milliseconds))]);

  /** A token that is in time, and in the cookie. */
  async function freshToken(tokenOptions) {
    try {
      await within(loaded, PATIENCE);
      await within(window.Clerk?.session?.getToken(tokenOptions), PATIENCE);
    } catch {
      // the server says what it thinks of the request
    }
  }

  const mayBeSignedIn = () => (window.Clerk?.loaded ? !!window.Clerk.session : !!rendered.session);

  function isOurs(address) {
    const url = new URL(address, document.baseURI);
    const proxy = window.Clerk?.proxyUrl;
    return url.origin === location.origin && !(proxy && url.href.startsWith(new URL(proxy, document.baseURI).href));
  }

  window.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    const signOut = form.dataset.clerkSignOut;
    if (signOut !== undefined && window.Clerk?.loaded && window.Clerk.session) {
      event.preventDefault();
      window.Clerk.signOut(JSON.parse(signOut));
      return;
    }
    if (waits(form, event.submitter)) {
      event.preventDefault();
      submitLater(form, event.submitter);
    }
  });

  const attributeOf = (form, submitter, name) =>
    submitter?.getAttribute('form' + name) ?? form.getAttribute(name) ?? '';

  function waits(form, submitter) {
    return (
      attributeOf(form, submitter, 'method').toLowerCase() === 'post'
      && isOurs(attributeOf(form, submitter, 'action') || location.href)
      && mayBeSignedIn()
    );
  }

  const submitNow = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function () {
    if (waits(this, null)) submitLater(this, null);
    else submitNow.call(this);
  };

  /** What the form holds now is what is sent, though a script may change it while we wait. */
  async function submitLater(form, submitter) {
    const copy = document.createElement('form');
    copy.hidden = true;
    for (const name of ['action', 'enctype', 'target']) {
      const value = attributeOf(form, submitter, name);
      if (value) copy.setAttribute(name, value);
    }
    copy.method = 'post';
    copy.acceptCharset = form.acceptCharset;
    for (const [name, value] of new FormData(form, submitter)) {
      const field = document.createElement('input');
      field.name = name;
      if (value instanceof File) {
        field.type = 'file';
        const files = new DataTransfer();
        if (value.name || value.size) files.items.add(value);
        field.files = files.files;
      } else {
        field.type = 'hidden';
        field.value = value;
      }
      copy.append(field);
    }
    await freshToken();
    document.body.append(copy);
    submitNow.call(copy);
    copy.remove();
  }

  const sendNow = XMLHttpRequest.prototype.send;
  const openNow = XMLHttpRequest.prototype.open;
  const later = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, asynchronous = true, ...rest) {
    later.delete(this);
    if (asynchronous && !isSafe(method) && isOurs(address)) later.add(this);
    return openNow.call(this, method, address, asynchronous, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    this.addEventListener('readystatechange', () => {
      if (this.readyState !== XMLHttpRequest.HEADERS_RECEIVED || !isOurs(this.responseURL)) return;
      notice(this.status, name => this.getResponseHeader(name));
    });
    if (!later.has(this) || !mayBeSignedIn()) return sendNow.call(this, body);
    freshToken().then(() => {
      // whoever has given it up meanwhile has opened it anew, or wants no answer
      if (this.readyState === XMLHttpRequest.OPENED) sendNow.call(this, body);
    });
  };

  /** Whether the page's own script is told to open the sign-in page, as the scripts of Faces and htmx are. */
  function notice(status, header) {
    sentToSignIn = header('WWW-Authenticate') !== null && (status === 200 || header('HX-Redirect') !== null);
    if (status < 400 && !sentToSignIn) sentFrom.clear();
  }

  const isSafe = method => ['GET', 'HEAD', 'OPTIONS'].includes(String(method).toUpperCase());

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isOurs(request.url)) return browserFetch(input, init);
    if (!isSafe(request.method) && mayBeSignedIn()) await freshToken();
    const again = request.clone();
    const answer = await browserFetch(request);
    notice(answer.status, name => answer.headers.get(name));
    if (!(await isCured(answer))) return answer;
    return browserFetch(again);
  };

  /** Whether a refused request may be sent once more, with what it lacked. */
  async function isCured(answer) {
    if (!window.Clerk?.session) return false;
    if (answer.status === 401) {
      await freshToken({skipCache: true});
      return !!window.Clerk.session;
    }
    const level = answer.status === 403 && (await levelAskedFor(answer));
    return !!level && proved(level);
  }

  async function levelAskedFor(answer) {
    if (!/json/.test(answer.headers.get('content-type') || '')) return null;
    const body = await answer.clone().json().catch(() => null);
    const error = body?.clerk_error;
    if (error?.type !== 'forbidden' || error.reason !== 'reverification-error') return null;
    const asked = error.metadata?.reverification;
    return asked?.level || (asked === 'strict_mfa' ? 'multi_factor' : 'second_factor');
  }

  /** Opens ClerkJS's own dialog; false when the person closes it. */
  async function proved(level) {
    const done = await new Promise(resolve =>
      window.Clerk.__internal_openReverification({
        level,
        afterVerification: () => resolve(true),
        afterVerificationCancelled: () => resolve(false),
      }));
    if (done) await freshToken({skipCache: true});
    return done;
  }
})();
