import PackhorseCore

/// The media type of a file of the output, by its extension; of text also how it is encoded.
func contentType(of path: String) -> String {
  switch fileExtension(of: path) {
  case "html": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js": "text/javascript; charset=utf-8"
  case "csv": "text/csv; charset=utf-8"
  case "txt", "md": "text/plain; charset=utf-8"
  case "vtt": "text/vtt; charset=utf-8"
  case "ics": "text/calendar; charset=utf-8"
  case "xml": "application/xml; charset=utf-8"
  case "json": "application/json"
  case "svg": "image/svg+xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "webp": "image/webp"
  case "pdf": "application/pdf"
  case "zip": "application/zip"
  case "mp4": "video/mp4"
  case "mp3": "audio/mpeg"
  default: "application/octet-stream"
  }
}
