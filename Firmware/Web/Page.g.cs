// Made from page.html by Tools/Generator; edit that file and run: dotnet run --project Tools/Generator
namespace NanoFirmware.Web;

/// <summary>The phone page, minified, in ASCII.</summary>
internal static class Page
{
    public const string Html =
        "<!DOCTYPE html>\n" +
        "<html lang=\"en\">\n" +
        "<head>\n" +
        "<meta charset=\"utf-8\">\n" +
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n" +
        "<meta name=\"color-scheme\" content=\"dark\">\n" +
        "<link rel=\"icon\" href=\"data:,\">\n" +
        "<title>nanoFirmware</title>\n" +
        "<style>\n" +
        ":root { --ground: #0d0f14; --card: #171a22; --line: #2a2f3c; --edge: #767e92; --text: #eef0f6; --soft: #a9b0c2; --accent: #7cc4ff; --bad: #ff8f8f; }\n" +
        "* { box-sizing: border-box; }\n" +
        "body { margin: 0 auto; padding: 12px; max-width: 1240px; background: var(--ground); color: var(--text); font: 16px/1.4 system-ui, sans-serif; }\n" +
        "h1 { font-size: 1.2rem; margin: 0; }\n" +
        "h2 { font-size: 1rem; margin: 0 0 4px; }\n" +
        "header, .row, .buttons { display: flex; align-items: center; gap: 12px; }\n" +
        "header { justify-content: space-between; padding: 4px 4px 12px; }\n" +
        "main { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); align-items: start; }\n" +
        "section { min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 14px; }\n" +
        ".row { margin-top: 8px; min-height: 44px; }\n" +
        ".row > label { flex: 0 0 6.6em; color: var(--soft); }\n" +
        ".row output { flex: 0 0 2.9em; text-align: right; font-variant-numeric: tabular-nums; }\n" +
        "input[type=range] { flex: 1; min-width: 0; height: 44px; margin: 0; accent-color: var(--accent); }\n" +
        "input[type=checkbox] { width: 28px; height: 28px; margin: 8px 0; accent-color: var(--accent); }\n" +
        "select, button, input:not([type]), input[type=password] { flex: 1; min-width: 0; min-height: 44px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 10px; background: var(--ground); color: var(--text); font: inherit; }\n" +
        "button { flex: 0 1 auto; cursor: pointer; }\n" +
        "button:hover, .pick label:hover { border-color: var(--accent); }\n" +
        ".buttons, .pick { flex-wrap: wrap; margin-top: 10px; }\n" +
        ".pick { display: flex; gap: 8px; max-height: 236px; overflow-y: auto; padding: 3px; }\n" +
        ".pick p { flex: 1 0 100%; margin: 0; color: var(--soft); }\n" +
        ".pick input { position: absolute; opacity: 0; }\n" +
        ".pick label { flex: 1 0 92px; min-height: 44px; padding: 10px; border: 1px solid var(--edge); border-radius: 10px; text-align: center; cursor: pointer; }\n" +
        ".pick b { display: block; height: 10px; margin-top: 4px; border-radius: 5px; }\n" +
        ".pick input:checked + label { border-color: var(--accent); box-shadow: inset 0 0 0 2px var(--accent); }\n" +
        ":focus-visible, .pick input:focus-visible + label { outline: 3px solid var(--text); outline-offset: 2px; }\n" +
        "canvas { display: block; width: 100%; height: 22px; margin-top: 8px; border-radius: 11px; background: #000; }\n" +
        "summary { min-height: 44px; margin-top: 8px; padding: 10px 0; color: var(--soft); cursor: pointer; }\n" +
        "#bands { display: flex; align-items: flex-end; gap: 3px; height: 72px; margin-top: 8px; }\n" +
        "#bands i { flex: 1; min-height: 2px; border-radius: 3px 3px 0 0; background: var(--accent); }\n" +
        "#figures, #state { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; }\n" +
        "#state.bad { color: var(--bad); }\n" +
        "[hidden] { display: none; }\n" +
        "</style>\n" +
        "</head>\n" +
        "<body>\n" +
        "<header><h1>nanoFirmware</h1><span id=\"state\" role=\"status\"></span></header>\n" +
        "<main>\n" +
        "<section id=\"global\"></section>\n" +
        "<section id=\"a\"></section>\n" +
        "<section id=\"b\"></section>\n" +
        "<section id=\"presets\"></section>\n" +
        "<section id=\"audio\"></section>\n" +
        "<section id=\"settings\"></section>\n" +
        "</main>\n" +
        "<script>\n" +
        "'use strict';\n" +
        "const words = {\n" +
        "global: 'Both strips', a: 'Strip A', b: 'Strip B', presets: 'Presets', audio: 'What it hears', settings: 'Network and device',\n" +
        "enabled: 'On', 'channel-ma': 'Limit, mA', 'board-ma': 'Limit of both, mA', 'led-idle-ua': 'Idle LED, \\u00b5A', 'led-colour-ua': 'Lit colour, \\u00b5A', gain: 'Gain, 0 is automatic', preset: 'Temper', latency: 'Beat later, ms', more: 'More',\n" +
        "connecting: 'connecting', connected: 'connected', lost: 'connection lost, trying again', back: 'connected again', refused: 'not accepted: ',\n" +
        "noTempo: 'no tempo yet', tempo: ' beats a minute, ', sure: ' % sure', preview: 'What the strip shows now', empty: 'empty', slot: 'Slot', name: 'Name',\n" +
        "keep: 'Keep this look', drop: 'Delete', hotspotName: 'Hotspot', hotspotPassword: 'Its password', wifiName: 'Join Wi-Fi', wifiPassword: 'Its password',\n" +
        "save: 'Save', saved: 'saved; it counts after a restart', restart: 'Restart', reset: 'Factory reset', sureRestart: 'Restart the device now?',\n" +
        "sureReset: 'Forget all settings, presets and networks?'\n" +
        "};\n" +
        "const first = ['power', 'enabled', 'brightness', 'speed', 'link', 'pattern', 'palette', 'p1', 'p2', 'p3', 'p4'];\n" +
        "const paths = { global: '/api/global', a: '/api/channel/a', b: '/api/channel/b', audio: '/api/audio' };\n" +
        "const state = {}, parts = { global: {}, a: {}, b: {}, audio: {} }, lists = {};\n" +
        "let since = '', uptime = 0, wasLost = false, turn = Promise.resolve();\n" +
        "const $ = id => document.getElementById(id);\n" +
        "const make = (tag, parent, properties) => parent.appendChild(Object.assign(document.createElement(tag), properties));\n" +
        "const pause = ms => new Promise(done => setTimeout(done, ms));\n" +
        "const called = name => words[name] || name[0].toUpperCase() + name.slice(1).replace(/-/g, ' ');\n" +
        "async function call(path, body, method) {\n" +
        "const answer = await fetch(path, { method: method || (body ? 'POST' : 'GET'), body: body && JSON.stringify(body), signal: AbortSignal.timeout(5000) });\n" +
        "const json = await answer.json();\n" +
        "if (!answer.ok) throw Object.assign(new Error(words.refused + json.error), { refused: true });\n" +
        "return json;\n" +
        "}\n" +
        "function change(path, body, method) {\n" +
        "const mine = turn.then(() => call(path, body, method));\n" +
        "turn = mine.then(() => 0, () => 0).then(() => pause(100));\n" +
        "return mine;\n" +
        "}\n" +
        "function say(text, bad) { $('state').textContent = text; $('state').className = bad ? 'bad' : ''; }\n" +
        "function complain(problem) { say(problem.refused ? problem.message : words.lost, true); }\n" +
        "function sender(group, name) {\n" +
        "let waiting, busy = false;\n" +
        "return async value => {\n" +
        "const part = parts[group][name];\n" +
        "waiting = value;\n" +
        "part.held = Infinity;\n" +
        "if (busy) return;\n" +
        "busy = true;\n" +
        "while (waiting !== undefined) {\n" +
        "const next = waiting;\n" +
        "waiting = undefined;\n" +
        "try { state[group] = await change(paths[group], { [name]: next }); } catch (problem) { complain(problem); }\n" +
        "}\n" +
        "busy = false;\n" +
        "part.held = Date.now() + 300;\n" +
        "};\n" +
        "}\n" +
        "function add(group, spec, parent) {\n" +
        "const name = spec.name, id = group + '-' + name, part = parts[group][name] = { held: 0 }, send = sender(group, name);\n" +
        "if (lists[name]) { gallery(group, name, parent, send); return; }\n" +
        "const box = part.box = make('div', parent, { className: 'row' });\n" +
        "part.label = make('label', box, { htmlFor: id, textContent: called(name) });\n" +
        "if (spec.kind === 'switch') {\n" +
        "const input = make('input', box, { type: 'checkbox', id });\n" +
        "input.onchange = () => send(input.checked);\n" +
        "part.show = value => { input.checked = value; };\n" +
        "} else if (spec.kind === 'choice') {\n" +
        "const input = make('select', box, { id });\n" +
        "for (const one of spec.choices) make('option', input, { value: one, textContent: called(one) });\n" +
        "input.onchange = () => send(input.value);\n" +
        "part.show = value => { input.value = value; };\n" +
        "} else {\n" +
        "const input = part.input = make('input', box, { type: 'range', min: spec.min, max: spec.max, id });\n" +
        "const shown = make('output', box, { htmlFor: id });\n" +
        "input.oninput = () => { shown.textContent = input.value; send(+input.value); };\n" +
        "part.show = value => { input.value = value; shown.textContent = value; };\n" +
        "}\n" +
        "}\n" +
        "function gallery(group, name, parent, send) {\n" +
        "const box = make('div', parent, { className: 'pick', id: group + '-' + name });\n" +
        "box.setAttribute('role', 'radiogroup');\n" +
        "box.setAttribute('aria-label', called(name));\n" +
        "make('p', box, { textContent: called(name) });\n" +
        "for (const one of lists[name]) {\n" +
        "const id = group + '-' + name + '-' + one.index;\n" +
        "const input = make('input', box, { type: 'radio', name: box.id, value: one.name, id });\n" +
        "const label = make('label', box, { htmlFor: id, textContent: called(one.name), title: one.description || '' });\n" +
        "if (one.colors && one.colors.length) make('b', label, {}).style.background = 'linear-gradient(90deg,' + one.colors.map(c => '#' + c) + ')';\n" +
        "input.onchange = () => { if (name === 'pattern') nameParameters(group, one.name); send(one.name); };\n" +
        "}\n" +
        "parts[group][name].show = value => {\n" +
        "const input = [...box.querySelectorAll('input')].find(one => one.value === value);\n" +
        "if (input) input.checked = true;\n" +
        "if (name === 'pattern') nameParameters(group, value);\n" +
        "};\n" +
        "}\n" +
        "function nameParameters(group, pattern) {\n" +
        "const known = lists.pattern.find(one => one.name === pattern), mine = known && known.parameters;\n" +
        "for (let n = 1; mine && parts[group]['p' + n]; n++) {\n" +
        "const part = parts[group]['p' + n], parameter = mine.find(one => one.control === 'p' + n);\n" +
        "part.box.hidden = !parameter;\n" +
        "if (!parameter) continue;\n" +
        "part.label.textContent = called(parameter.name);\n" +
        "part.input.min = parameter.min;\n" +
        "part.input.max = parameter.max;\n" +
        "}\n" +
        "}\n" +
        "function build(group, specs) {\n" +
        "const section = $(group);\n" +
        "if (paths[group].includes('channel')) {\n" +
        "const strip = make('canvas', section, { id: group + '-strip', width: 36, height: 1 });\n" +
        "strip.setAttribute('role', 'img');\n" +
        "strip.setAttribute('aria-label', words.preview);\n" +
        "}\n" +
        "const rest = specs.filter(spec => !first.includes(spec.name));\n" +
        "for (const name of first) for (const spec of specs) if (spec.name === name) add(group, spec, section);\n" +
        "if (!rest.length) return;\n" +
        "const more = make('details', section, {});\n" +
        "make('summary', more, { textContent: words.more });\n" +
        "for (const spec of rest) add(group, spec, more);\n" +
        "}\n" +
        "function refresh() {\n" +
        "for (const group in state) for (const name in state[group]) {\n" +
        "const part = parts[group][name];\n" +
        "if (part && part.held < Date.now()) part.show(state[group][name]);\n" +
        "}\n" +
        "}\n" +
        "function preview(group, pixels) {\n" +
        "const pen = $(group + '-strip').getContext('2d'), image = pen.createImageData(36, 1);\n" +
        "for (let i = 0; i < 36; i++) {\n" +
        "for (let part = 0; part < 3; part++) image.data[i * 4 + part] = 16 * Math.sqrt(parseInt(pixels.substr(i * 6 + part * 2, 2), 16));\n" +
        "image.data[i * 4 + 3] = 255;\n" +
        "}\n" +
        "pen.putImageData(image, 0, 0);\n" +
        "}\n" +
        "async function poll() {\n" +
        "try {\n" +
        "const now = await call('/api/state?since=' + since);\n" +
        "for (const group in paths) if (now[group]) state[group] = now[group];\n" +
        "since = now.uptimeMs < uptime ? '' : now.version;\n" +
        "uptime = now.uptimeMs;\n" +
        "refresh();\n" +
        "preview('a', now.previews.a);\n" +
        "preview('b', now.previews.b);\n" +
        "for (let i = 0; i < 16; i++) $('bands').children[i].style.height = parseInt(now.sound.bands.substr(i * 2, 2), 16) / 2.55 + '%';\n" +
        "$('figures').textContent = now.sound.confidence ? now.sound.bpm.toFixed(0) + words.tempo + (now.sound.confidence / 2.55).toFixed(0) + words.sure : words.noTempo;\n" +
        "if (wasLost || $('state').textContent === words.connecting) say(wasLost ? words.back : words.connected);\n" +
        "wasLost = false;\n" +
        "} catch (problem) { wasLost = true; complain(problem); }\n" +
        "setTimeout(poll, document.hidden ? 5000 : 500);\n" +
        "}\n" +
        "function buildPresets() {\n" +
        "const section = $('presets'), look = make('div', section, { className: 'buttons' });\n" +
        "const box = make('div', section, { className: 'row' }), act = make('div', section, { className: 'buttons' });\n" +
        "const slot = make('select', box, { id: 'preset-slot', ariaLabel: words.slot });\n" +
        "const name = make('input', box, { id: 'preset-name', maxLength: 24, placeholder: words.name, ariaLabel: words.name });\n" +
        "const run = async (path, body, method) => { try { list((await change('/api/presets' + path, body, method)).presets); } catch (problem) { complain(problem); } };\n" +
        "function list(presets) {\n" +
        "const chosen = slot.value;\n" +
        "look.textContent = slot.textContent = '';\n" +
        "for (const one of presets) {\n" +
        "make('option', slot, { value: one.slot, textContent: one.slot + ' ' + (one.name || words.empty) });\n" +
        "if (one.name) make('button', look, { textContent: one.name, id: 'preset-' + one.slot, onclick: () => run('/' + one.slot + '/recall', {}) });\n" +
        "}\n" +
        "if (chosen) slot.value = chosen;\n" +
        "}\n" +
        "make('button', act, { id: 'preset-keep', textContent: words.keep, onclick: () => run('/' + slot.value, { name: name.value || words.slot + ' ' + slot.value }) });\n" +
        "make('button', act, { id: 'preset-drop', textContent: words.drop, onclick: () => run('/' + slot.value, undefined, 'DELETE') });\n" +
        "list(lists.presets);\n" +
        "}\n" +
        "function buildSettings(network) {\n" +
        "const form = make('form', $('settings'), {}), inputs = {};\n" +
        "for (const name of ['hotspotName', 'hotspotPassword', 'wifiName', 'wifiPassword']) {\n" +
        "const box = make('div', form, { className: 'row' }), secret = name.endsWith('Password');\n" +
        "make('label', box, { htmlFor: name, textContent: words[name] });\n" +
        "inputs[name] = make('input', box, { id: name, maxLength: 63, autocomplete: secret ? 'new-password' : 'off', value: network[name] || '' });\n" +
        "if (secret) inputs[name].type = 'password';\n" +
        "}\n" +
        "const act = make('div', form, { className: 'buttons' });\n" +
        "make('button', act, { textContent: words.save });\n" +
        "const ask = (question, path) => async () => { if (confirm(question)) try { await change(path, { confirm: true }); } catch (problem) { complain(problem); } };\n" +
        "make('button', act, { type: 'button', textContent: words.restart, onclick: ask(words.sureRestart, '/api/restart') });\n" +
        "make('button', act, { type: 'button', textContent: words.reset, onclick: ask(words.sureReset, '/api/reset') });\n" +
        "form.onsubmit = async event => {\n" +
        "event.preventDefault();\n" +
        "const wish = {};\n" +
        "for (const name in inputs) if (inputs[name].value && inputs[name].value !== network[name]) wish[name] = inputs[name].value;\n" +
        "if (wish.wifiPassword) wish.wifiName = inputs.wifiName.value;\n" +
        "try { network = await change('/api/network', wish); say(words.saved); } catch (problem) { complain(problem); }\n" +
        "};\n" +
        "}\n" +
        "async function start() {\n" +
        "let network, controls;\n" +
        "say(words.connecting);\n" +
        "try {\n" +
        "controls = await call('/api/controls');\n" +
        "lists.pattern = (await call('/api/patterns')).patterns;\n" +
        "lists.palette = (await call('/api/palettes')).palettes;\n" +
        "lists.presets = (await call('/api/presets')).presets;\n" +
        "network = await call('/api/network');\n" +
        "} catch (problem) { complain(problem); setTimeout(start, 1000); return; }\n" +
        "for (const section of document.querySelectorAll('section')) {\n" +
        "make('h2', section, { id: section.id + '-title', textContent: words[section.id] });\n" +
        "section.setAttribute('aria-labelledby', section.id + '-title');\n" +
        "}\n" +
        "build('global', controls.global);\n" +
        "build('a', controls.channel);\n" +
        "build('b', controls.channel);\n" +
        "buildPresets();\n" +
        "make('div', $('audio'), { id: 'bands', ariaHidden: true });\n" +
        "for (let i = 0; i < 16; i++) make('i', $('bands'), {});\n" +
        "make('div', $('audio'), { id: 'figures' });\n" +
        "build('audio', controls.audio);\n" +
        "buildSettings(network);\n" +
        "poll();\n" +
        "}\n" +
        "start();\n" +
        "</script>\n" +
        "</body>\n" +
        "</html>\n";
}
