// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/oneshotbody.h"

#include <cstring>

namespace purser {

OneShotBody::OneShotBody(QByteArray body, QObject *parent, std::function<bool()> mayLeave)
    : QIODevice(parent), m_body(std::move(body)), m_mayLeave(std::move(mayLeave))
{
    // Unbuffered: what QIODevice read ahead would count as taken although it never left.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::atEnd() const
{
    return m_position >= m_body.size();
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::size() const
{
    return m_body.size();
}

bool OneShotBody::seek(qint64 /*position*/)
{
    return false;
}

bool OneShotBody::reset()
{
    return false;
}

qint64 OneShotBody::readData(char *data, qint64 maximum)
{
    if (m_position == 0 && maximum > 0 && !m_refused && m_mayLeave && !m_mayLeave()) {
        m_refused = true;
        // From the event loop: whoever hears it ends the exchange that is reading just now.
        QMetaObject::invokeMethod(this, &OneShotBody::refused, Qt::QueuedConnection);
    }
    if (m_refused) {
        return 0; // "not yet": the end of the body would be sent as an empty one
    }
    const qint64 count = qMin(maximum, m_body.size() - m_position);
    if (count <= 0) {
        return atEnd() ? -1 : 0;
    }
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

qint64 OneShotBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace purser
