// Everything here is an extra: each page says all it has to say without it.
"use strict";

function data(id) {
  const found = document.getElementById(id);
  return found ? JSON.parse(found.textContent) : null;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// The day chooser of an event becomes a slider.
function asOf() {
  const form = document.querySelector("form.as-of[data-days]");
  if (!form) return;
  const select = form.querySelector("select");
  const days = form.dataset.days.split(" ");
  const slider = document.createElement("input");
  const shown = document.createElement("output");
  slider.type = "range";
  slider.min = 0;
  slider.max = days.length - 1;
  const chosen = days.indexOf(select.value);
  slider.value = chosen < 0 ? days.length - 1 : chosen;
  slider.id = "as-of-slider";
  slider.setAttribute("aria-labelledby", "as-of-label");
  form.querySelector("label").id = "as-of-label";
  const tell = () => {
    shown.textContent = days[slider.value];
    slider.setAttribute("aria-valuetext", days[slider.value]);
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => {
    select.value = Number(slider.value) === days.length - 1 ? "" : days[slider.value];
    form.submit();
  });
  tell();
  select.hidden = true;
  form.querySelector("button").hidden = true;
  select.after(slider, shown);
}

// Drag over the bars of the timeline to choose days.
function timeline() {
  const place = document.getElementById("timeline");
  const given = data("timeline-data");
  if (!place || !given || !window.Plotly) return;
  const first = given.bars.map((bar) => bar[0]);
  const colours = ["--q1", "--q2", "--q3", "--q4"].map(colour);
  const traces = given.names.map((name, n) => ({
    type: "bar", name, x: first, y: given.bars.map((bar) => bar[2][n]), marker: { color: colours[n] },
    customdata: given.bars.map((bar) => bar[1]), hovertemplate: "%{x|%Y-%m-%d}: %{y}<extra>" + name + "</extra>",
    selected: { marker: { opacity: 1 } }, unselected: { marker: { opacity: 0.35 } },
  }));
  const layout = {
    barmode: "stack", bargap: 0.15, height: 280, margin: { l: 46, r: 12, t: 8, b: 34 }, showlegend: false,
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", dragmode: "select", selectdirection: "h",
    font: { family: getComputedStyle(document.body).fontFamily, color: colour("--ink"), size: 13 },
    xaxis: { type: "date", ticks: "outside", ticklen: 7, tickcolor: "rgba(0,0,0,0)", tickformat: "%Y-%m-%d", nticks: place.clientWidth < 600 ? 4 : 9, tickangle: 0, autorange: given.rtl ? "reversed" : true, fixedrange: true, gridcolor: colour("--line") },
    yaxis: { fixedrange: true, gridcolor: colour("--line"), zerolinecolor: colour("--line"), side: given.rtl ? "right" : "left" },
    hoverlabel: { align: "left" },
  };
  if (given.rtl) layout.margin = { l: 12, r: 46, t: 8, b: 34 };
  place.replaceChildren();
  place.classList.add("live");
  window.Plotly.newPlot(place, traces, layout, { displayModeBar: false, responsive: true, locale: "en" });
  const go = (since, until) => {
    location.href = place.dataset.zoom.replace("SINCE", since).replace("UNTIL", until);
  };
  place.on("plotly_selected", (chosen) => {
    if (!chosen || !chosen.points || !chosen.points.length) return;
    const starts = chosen.points.map((point) => point.x).sort();
    const ends = chosen.points.map((point) => point.customdata).sort();
    go(starts[0].slice(0, 10), ends[ends.length - 1]);
  });
  place.on("plotly_click", (chosen) => {
    const point = chosen.points[0];
    go(String(point.x).slice(0, 10), point.customdata);
  });
}

// The map can be moved: own outlines, no tiles, nothing is fetched from elsewhere.
async function map() {
  const place = document.getElementById("map");
  const given = data("map-data");
  if (!place || !given || !window.Plotly) return;
  const world = await (await fetch("/static/outlines.geojson")).json();
  const top = Math.max(1, ...Object.values(given.countries));
  const shade = (number) => (number ? colour("--s" + Math.min(4, 1 + Math.floor(3.99 * Math.sqrt(number / top)))) : colour("--land"));
  const groups = {};
  for (const feature of world.features) {
    const fill = shade(given.countries[feature.id] || 0);
    (groups[fill] = groups[fill] || []).push(feature);
  }
  const layers = Object.entries(groups).map(([fill, features]) => ({
    sourcetype: "geojson", source: { type: "FeatureCollection", features }, type: "fill", color: fill, below: "traces",
  }));
  layers.push({ sourcetype: "geojson", source: world, type: "line", color: colour("--shore"), line: { width: 0.8 }, below: "traces" });
  const largest = Math.max(1, ...given.spots.map((spot) => spot.events));
  const small = Math.min(1, 0.4 + place.clientWidth / 1600);
  const trace = (spots, exact) => ({
    type: "scattermap", mode: "markers", lat: spots.map((spot) => spot.lat), lon: spots.map((spot) => spot.lon),
    text: spots.map((spot) => "\u2068" + spot.name.replace(/</g, "‹") + "\u2069: " + spot.events), hoverinfo: "text",
    customdata: spots.map((spot) => spot.place),
    marker: {
      size: spots.map((spot) => small * ((exact ? 7 : 18) + 22 * Math.sqrt(spot.events / largest))),
      color: colour("--q3"), opacity: exact ? 0.75 : 0.25,
    },
  });
  const exact = (spot) => spot.precision === "point" || spot.precision === "town";
  const traces = [trace(given.spots.filter((spot) => !exact(spot)), false), trace(given.spots.filter(exact), true)];
  const [west, south, east, north] = given.box;
  const layout = {
    margin: { l: 0, r: 0, t: 0, b: 0 }, showlegend: false, paper_bgcolor: colour("--sea"), autosize: true,
    font: { family: getComputedStyle(document.body).fontFamily },
    map: {
      style: { version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint: { "background-color": colour("--sea") } }] },
      layers, center: { lon: (west + east) / 2, lat: (south + north) / 2 },
    },
  };
  const before = [...place.childNodes];
  place.replaceChildren();
  place.classList.add("live");
  const up = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const wide = (place.clientWidth / 512) * (360 / Math.max(1, east - west));
  const tall = (place.clientHeight / 512) * ((2 * Math.PI) / Math.max(0.02, up(north) - up(south)));
  layout.map.zoom = Math.max(0, Math.min(8, Math.log2(Math.min(wide, tall))));
  layout.map.center.lat = (Math.atan(Math.exp((up(north) + up(south)) / 2)) * 360) / Math.PI - 90;
  try {
    await window.Plotly.newPlot(place, traces, layout, { displayModeBar: false, responsive: true, scrollZoom: true });
    place.on("plotly_click", (chosen) => {
      location.href = place.dataset.events.replace("PLACE", encodeURIComponent(chosen.points[0].customdata));
    });
  } catch (error) {
    place.classList.remove("live");
    place.replaceChildren(...before);
  }
}

// Files can be dropped anywhere on the field.
function drop() {
  const field = document.querySelector(".drop");
  if (!field) return;
  const input = field.querySelector("input");
  for (const name of ["dragover", "dragenter"]) field.addEventListener(name, (event) => { event.preventDefault(); field.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) field.addEventListener(name, () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => { event.preventDefault(); input.files = event.dataTransfer.files; });
}

// The menu of a narrow screen begins with the page one is on.
function menu() {
  const here = document.querySelector(".top nav [aria-current]");
  if (here) here.scrollIntoView({ block: "nearest", inline: "center" });
}

document.addEventListener("DOMContentLoaded", () => { menu(); asOf(); drop(); timeline(); map(); });
